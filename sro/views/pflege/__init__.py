"""Records under their editors' hands."""
