"""What we look for: frames, axes, lexicons, actors and topics, read from plain tables."""
