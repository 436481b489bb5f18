"""What every room may lean on, and what knows nothing of news, Qt or SQL."""
