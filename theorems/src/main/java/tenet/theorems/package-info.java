/**
 * The library: theorems as {@code .tenet} and {@code .cert} files, by paper family, and what a verdict on them is.
 */
package tenet.theorems;
