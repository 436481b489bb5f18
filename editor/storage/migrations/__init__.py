"""The steps from one schema to the next: plain SQL, one file each, never changed once released."""
