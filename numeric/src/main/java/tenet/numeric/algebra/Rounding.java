package tenet.numeric.algebra;

/**
 * Directed rounding of the four operations and the root, from round-to-nearest and the exact error of each
 * (Dekker's and Knuth's error-free transformations, with fused multiply-add). Where an error term could itself be
 * rounded, near underflow, one unit in the last place is given away instead. Infinite results are pulled back to the
 * largest finite number on the side where they would claim too much.
 */
final class Rounding {
    /** Above this magnitude the error of a product is a double. */
    private static final double SAFE = 0x1p-960;

    private Rounding() {
    }

    static double addDown(double a, double b) {
        double sum = a + b;
        if (Double.isInfinite(sum)) return down(sum, a, b);
        double shadow = sum - a;
        return (a - (sum - shadow)) + (b - shadow) < 0 ? Math.nextDown(sum) : sum;
    }

    static double addUp(double a, double b) {
        return -addDown(-a, -b);
    }

    static double multiplyDown(double a, double b) {
        if (a == 0 || b == 0) return 0;
        double product = a * b;
        if (Double.isInfinite(product)) return down(product, a, b);
        if (Math.abs(product) < SAFE) return a > 0 == b > 0 ? Math.max(0, Math.nextDown(product)) : Math.nextDown(product);
        return Math.fma(a, b, -product) < 0 ? Math.nextDown(product) : product;
    }

    static double multiplyUp(double a, double b) {
        return -multiplyDown(-a, b);
    }

    /** The divisor is not zero. */
    static double divideDown(double a, double b) {
        if (a == 0) return 0;
        if (Double.isInfinite(b)) return Double.isInfinite(a) ? Double.NEGATIVE_INFINITY : a > 0 == b > 0 ? 0 : -Double.MIN_VALUE;
        double quotient = a / b;
        if (Double.isInfinite(quotient)) return down(quotient, a, 0);
        if (Math.abs(quotient) < SAFE || Math.abs(a) < SAFE)
            return a > 0 == b > 0 ? Math.max(0, Math.nextDown(quotient)) : Math.nextDown(quotient);
        double rest = Math.fma(-quotient, b, a);
        return rest < 0 && b > 0 || rest > 0 && b < 0 ? Math.nextDown(quotient) : quotient;
    }

    static double divideUp(double a, double b) {
        return -divideDown(-a, b);
    }

    /** The argument is not negative. */
    static double rootDown(double a) {
        double root = Math.sqrt(a);
        if (root == 0 || Double.isInfinite(root)) return root == 0 ? 0 : a;
        if (a < SAFE) return Math.nextDown(root);
        return Math.fma(-root, root, a) < 0 ? Math.nextDown(root) : root;
    }

    static double rootUp(double a) {
        double root = Math.sqrt(a);
        if (root == 0 || Double.isInfinite(root)) return root;
        if (a < SAFE) return Math.nextUp(root);
        return Math.fma(-root, root, a) > 0 ? Math.nextUp(root) : root;
    }

    /** An overflow of finite numbers is finite: below, the largest double bounds it. */
    private static double down(double infinite, double a, double b) {
        return infinite > 0 && Double.isFinite(a) && Double.isFinite(b) ? Double.MAX_VALUE : infinite;
    }
}
