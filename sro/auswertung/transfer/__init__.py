"""Transfer: the plan, and the chain of evidence."""
