/** Motions: trajectories in floating point, which support, and enclosures, which prove. */
package tenet.numeric.flow;
