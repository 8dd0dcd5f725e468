"""Reports: pages, tables and figures of a comparison; this folder reads results and measures nothing."""
