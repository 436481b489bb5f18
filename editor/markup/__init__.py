"""Markdown to clean HTML, to plain text and back. Pure."""
