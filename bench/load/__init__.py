"""Many sessions at once, each speaking Streamlit's websocket protocol as a browser does: `make load`."""
