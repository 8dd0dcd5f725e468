"""Getting pages from the web, politely and safely."""
