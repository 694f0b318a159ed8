/** How far a constant of a claim may be moved before samples refute it. */
package tenet.properties.tightening;
