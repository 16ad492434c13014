"""Maps and charts as SVG and PNG."""
