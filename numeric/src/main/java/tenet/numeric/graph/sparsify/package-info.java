/** In which order to remove the edges of a graph: walk index sparsification, and what it is compared with. */
package tenet.numeric.graph.sparsify;
