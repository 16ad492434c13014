"""The least that a Streamlit app can do: a selectbox changes one text."""

import streamlit as st

WORDS = ("Rot", "Blau", "Grün", "Gelb", "Braun")

wort = st.selectbox("Indikator", WORDS)
st.markdown(f'<p id="gemessen">Gewählt: {wort}</p>', unsafe_allow_html=True)
