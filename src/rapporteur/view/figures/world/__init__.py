"""The world's outlines: files that came from elsewhere, unchanged, and points made from them."""
