"""Languages: words of page and interface, house-style dates, direction. No Qt."""
