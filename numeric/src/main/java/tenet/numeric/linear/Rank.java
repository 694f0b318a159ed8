package tenet.numeric.linear;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.PrimeField;
import tenet.symbolic.term.Rational;

/**
 * The rank of a matrix, exactly, over the rationals or modulo a prime.
 *
 * <p>Large rational matrices: a nonzero minor modulo a prime is nonzero, so pivots bound the rank from below. From
 * above, with the rows scaled to integers: if modulo several primes the rank is at most r, every minor of size r + 1 is
 * a multiple of their product; and it is zero once the product exceeds Hadamard's bound. So the number is certain, not
 * probable.
 */
public final class Rank {
    private static final int SMALL = 400;

    private Rank() {
    }

    /**
     * A rank with the rows and columns of a minor of that size that is not zero, counted from 0 in the order of the
     * elimination.
     */
    public record Witness(int rank, List<Integer> rows, List<Integer> columns) {
        public Witness {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }
    }

    /** The rank over the rationals. @throws NotRepresentable when interrupted */
    public static int exact(Value.Matrix<Rational> matrix) {
        return matrix.entries().size() <= SMALL ? Elimination.rank(matrix) : witness(matrix).rank();
    }

    /** The rank over the rationals with its pivots. @throws NotRepresentable when interrupted */
    public static Witness witness(Value.Matrix<Rational> matrix) {
        BigInteger[][] integers = integers(matrix);
        long prime = PrimeField.MERSENNE_31;
        Witness best = ModularElimination.witness(residues(integers, prime), matrix.columns(), prime);
        BigInteger product = BigInteger.valueOf(prime);
        int most = Math.min(matrix.rows(), matrix.columns());
        long needed = minorBits(integers, matrix.columns(), best.rank() + 1);
        while (best.rank() < most && product.bitLength() <= needed) {
            if (Thread.currentThread().isInterrupted()) throw new NotRepresentable("a rank, for the computation was interrupted");
            prime = primeBelow(prime);
            Witness here = ModularElimination.witness(residues(integers, prime), matrix.columns(), prime);
            if (here.rank() > best.rank()) {
                best = here;
                needed = minorBits(integers, matrix.columns(), best.rank() + 1);
            }
            // Primes with a smaller rank divide the minors all the same.
            product = product.multiply(BigInteger.valueOf(prime));
        }
        return best;
    }

    /**
     * The rank modulo 2^31 - 1 or 2^61 - 1: at most the rank over the rationals, and nearly always equal to it.
     *
     * @throws NotRepresentable when the prime divides a denominator
     */
    public static Witness modulo(Value.Matrix<Rational> matrix, PrimeField field) {
        long[][] residues = new long[matrix.rows()][matrix.columns()];
        for (int i = 0; i < residues.length; i++) for (int j = 0; j < matrix.columns(); j++) residues[i][j] = field.of(matrix.at(i, j));
        return modulo(residues, matrix.columns(), field);
    }

    /** The rank of a matrix over the field. @param residues from 0 to the prime, by rows */
    public static Witness modulo(long[][] residues, int columns, PrimeField field) {
        if (field.prime() == PrimeField.MERSENNE_61) {
            long[][] copy = new long[residues.length][];
            for (int i = 0; i < copy.length; i++) copy[i] = residues[i].clone();
            return MersenneElimination.witness(copy, columns);
        }
        int[][] copy = new int[residues.length][columns];
        for (int i = 0; i < copy.length; i++) for (int j = 0; j < columns; j++) copy[i][j] = (int) residues[i][j];
        return ModularElimination.witness(copy, columns, field.prime());
    }

    /** Each row times its least common denominator, divided by its content: the rank stays. */
    private static BigInteger[][] integers(Value.Matrix<Rational> matrix) {
        BigInteger[][] integers = new BigInteger[matrix.rows()][matrix.columns()];
        for (int i = 0; i < integers.length; i++) {
            BigInteger denominator = BigInteger.ONE;
            for (int j = 0; j < matrix.columns(); j++) {
                BigInteger next = matrix.at(i, j).denominator();
                denominator = denominator.divide(denominator.gcd(next)).multiply(next);
            }
            BigInteger content = BigInteger.ZERO;
            for (int j = 0; j < matrix.columns(); j++) {
                Rational entry = matrix.at(i, j);
                integers[i][j] = entry.numerator().multiply(denominator.divide(entry.denominator()));
                content = content.gcd(integers[i][j]);
            }
            if (content.bitLength() > 1) for (int j = 0; j < matrix.columns(); j++) integers[i][j] = integers[i][j].divide(content);
        }
        return integers;
    }

    private static int[][] residues(BigInteger[][] integers, long prime) {
        BigInteger modulus = BigInteger.valueOf(prime);
        int[][] residues = new int[integers.length][];
        for (int i = 0; i < residues.length; i++) {
            residues[i] = new int[integers[i].length];
            for (int j = 0; j < residues[i].length; j++) {
                BigInteger entry = integers[i][j];
                residues[i][j] = (int) (entry.bitLength() < 64 ? entry.longValue() % prime : entry.mod(modulus).longValue());
            }
        }
        return residues;
    }

    /** Bits of Hadamard's bound of the minors of a size: the product of the longest rows, or of the longest columns. */
    private static long minorBits(BigInteger[][] integers, int columns, int size) {
        List<BigInteger> rows = new ArrayList<>();
        List<BigInteger> sides = new ArrayList<>(java.util.Collections.nCopies(columns, BigInteger.ZERO));
        for (BigInteger[] row : integers) {
            BigInteger squares = BigInteger.ZERO;
            for (int j = 0; j < columns; j++) {
                BigInteger square = row[j].multiply(row[j]);
                squares = squares.add(square);
                sides.set(j, sides.get(j).add(square));
            }
            rows.add(squares);
        }
        return Math.min(bits(rows, size), bits(sides, size));
    }

    private static long bits(List<BigInteger> squares, int size) {
        List<BigInteger> longest = squares.stream().sorted(Comparator.reverseOrder()).limit(size).toList();
        BigInteger product = BigInteger.ONE;
        for (BigInteger square : longest) product = product.multiply(square);
        return product.bitLength() / 2 + 1;
    }

    private static long primeBelow(long number) {
        long candidate = number - 2;
        while (!isPrime(candidate)) candidate -= 2;
        return candidate;
    }

    /** By trial division: exact, and cheap beside an elimination. */
    private static boolean isPrime(long odd) {
        for (long divisor = 3; divisor * divisor <= odd; divisor += 2) if (odd % divisor == 0) return false;
        return true;
    }
}
