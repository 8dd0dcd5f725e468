"""The files a report can be written as, beside the page: Markdown, Word, a workbook, PDF, the schema of its JSON, web annotations."""
