"""The same map the way tutorials make it: folium.Choropleth in st_folium, made anew at every rerun.

In its favour: Leaflet comes from this machine instead of public servers, and branca's legend is left out because it
needs d3 from there. The figures are synthetic.
"""

import json
import os
import random
from pathlib import Path

import folium
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

INDIKATOREN = ("Rot", "Blau", "Grün", "Gelb", "Braun")

grenzen = json.loads(Path(os.environ["BENCH_GRENZEN"]).read_text(encoding="utf-8"))
indikator = st.selectbox("Indikator", INDIKATOREN)

ids = [feature["properties"]["id"] for feature in grenzen["features"]]
wuerfel = random.Random(indikator)
werte = pd.DataFrame({"id": ids, "wert": [round(wuerfel.uniform(0, 40), 1) for _ in ids]})
for feature, wert in zip(grenzen["features"], werte["wert"], strict=True):
    feature["properties"]["wert"] = wert

folium.Map.default_js = [("leaflet", "/leaflet/leaflet.js")]
folium.Map.default_css = [("leaflet", "/leaflet/leaflet.css")]
karte = folium.Map(tiles=None)
choropleth = folium.Choropleth(
    geo_data=grenzen,
    data=werte,
    columns=["id", "wert"],
    key_on="feature.properties.id",
    fill_color="YlGnBu",
    bins=5,
)
choropleth.geojson.add_child(folium.GeoJsonTooltip(["id", "wert"]))
for name in [name for name in choropleth._children if name.startswith("color_map")]:
    del choropleth._children[name]
choropleth.add_to(karte)
karte.fit_bounds(choropleth.geojson.get_bounds())  # type: ignore[arg-type]

st_folium(karte, width=900, height=600)
