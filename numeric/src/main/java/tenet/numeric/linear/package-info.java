/** Numbers, matrices and tensors with entries in any algebra, and their linear algebra. */
package tenet.numeric.linear;
