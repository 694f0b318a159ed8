/** Exact random values: choice sequences, rationals, vectors of rational norm, rational orthogonal matrices, linear systems. */
package tenet.properties.exact;
