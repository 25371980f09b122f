"""The catalog: class specifications, jurisdictions, and the steps between classes."""
