/** How strongly a product network on a small graph can tie a set of vertices to the rest: its separation rank, exactly, and bounds. */
package tenet.numeric.graph.separation;
