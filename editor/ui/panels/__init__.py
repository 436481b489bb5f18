"""One panel per file; none knows another."""
