"""From a snapshot to the files of a bundle, and back to the question whether they are whole."""
