"""What the documents of cases contain: plain values, already reduced to what their reader may see."""
