"""What an edit to the knowledge changes: answers by region, rules, facts and what cites them, and cases."""
