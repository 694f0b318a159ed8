/** Graphs in files: edge lists, CSV, Matrix Market, each also compressed. */
package tenet.numeric.graph.file;
