"""Records that people keep: what is read of them, what is wrong with one, who may see and who may change what."""
