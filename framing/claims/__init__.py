"""What an article claims: figures, vague amounts, dates and told events, each where it stands."""
