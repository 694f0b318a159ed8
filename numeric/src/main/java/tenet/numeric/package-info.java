/**
 * What a claim comes to on numbers.
 */
package tenet.numeric;
