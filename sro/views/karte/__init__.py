"""Maps: the choropleth that is repainted, its legend, outlines, and maps that are drawn whole."""
