"""Markdown to clean HTML, to plain blocks, to an outline and to counts. Pure: no files, no database, no Qt."""
