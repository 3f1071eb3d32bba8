"""Directions through the latent space: found, made, named, and a slider for each."""
