import streamlit as st
st.title("Überblick")
