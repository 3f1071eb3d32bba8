"""Moving pictures: from source A to source B, and along key frames."""
