"""Reads files into values of the domain, one module per format. Writes nothing into a newsroom and opens no picture."""
