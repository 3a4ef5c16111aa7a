"""What people wrote on a bitext as files of the field: one module a format, one registry."""
