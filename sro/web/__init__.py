"""The running app: server, frame, selection, widgets. The only room that imports Streamlit."""
