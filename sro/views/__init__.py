"""Maps, charts, tables and words made from protected values. Knows no page and no Streamlit."""
