/** Undirected graphs in primitive arrays, their walk counts, and generators of reproducible examples. */
package tenet.numeric.graph;
