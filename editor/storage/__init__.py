"""The only room with SQL and SQLModel. Nothing above it sees a row."""
