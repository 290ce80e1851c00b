"""People who sign in: accounts, roles, invitations, sign-in, second factor, sessions."""
