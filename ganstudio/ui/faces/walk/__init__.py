"""Walking the plane of seeds: the pad beside the picture, and the picture itself as one."""
