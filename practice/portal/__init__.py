"""The partner's own side, composed of what lies below: Today, agreements, Together and My record."""
