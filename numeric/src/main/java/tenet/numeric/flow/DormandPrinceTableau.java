package tenet.numeric.flow;

/**
 * The numbers of Dormand and Prince's method of order 8 with embedded estimates of orders 5 and 3 and an interpolation of
 * order 7.
 *
 * <p>Source: Hairer, Norsett and Wanner, Solving Ordinary Differential Equations I (1993), section II.10.
 */
final class DormandPrinceTableau {
    /** How many slopes make a step, the one at its end not counted; the interpolation needs three more behind that. */
    static final int STAGES = 12;
    static final int ALL_STAGES = 16;

    private DormandPrinceTableau() {
    }

    /** A sum of some of the slopes. */
    record Weights(int[] slopes, double[] factors) {
        /** Writes {@code from + step * sum}, which may be the place of {@code from}. */
        void add(double[] from, double step, double[][] all, double[] to) {
            int i = 0;
            double[] base = from;
            // Four at a time spare memory traffic; separate arrays are vectorized.
            for (; i + 4 <= slopes.length; i += 4, base = to)
                four(base, to, all[slopes[i]], all[slopes[i + 1]], all[slopes[i + 2]], all[slopes[i + 3]],
                        step * factors[i], step * factors[i + 1], step * factors[i + 2], step * factors[i + 3]);
            for (; i + 2 <= slopes.length; i += 2, base = to)
                two(base, to, all[slopes[i]], all[slopes[i + 1]], step * factors[i], step * factors[i + 1]);
            if (i < slopes.length) one(base, to, all[slopes[i]], step * factors[i]);
        }

        private static void four(double[] from, double[] to, double[] a, double[] b, double[] c, double[] d, double f, double g, double h, double k) {
            for (int j = 0; j < to.length; j++) to[j] = k * d[j] + (h * c[j] + (g * b[j] + (f * a[j] + from[j])));
        }

        private static void two(double[] from, double[] to, double[] a, double[] b, double f, double g) {
            for (int j = 0; j < to.length; j++) to[j] = g * b[j] + (f * a[j] + from[j]);
        }

        private static void one(double[] from, double[] to, double[] a, double f) {
            for (int j = 0; j < to.length; j++) to[j] = f * a[j] + from[j];
        }
    }

    /** What leads to a stage: the slopes before. Stage {@link #STAGES} is the end of the step. */
    static Weights stage(int stage) {
        return A[stage];
    }

    static Weights fifthOrderError() {
        return ERROR_5;
    }

    static Weights thirdOrderError() {
        return ERROR_3;
    }

    /** The four highest coefficients of the interpolation. */
    static Weights interpolation(int coefficient) {
        return DENSE[coefficient];
    }

    private static final Weights[] A = {
            new Weights(new int[0], new double[0]),
            new Weights(new int[] {0}, new double[] {0.05260015195876773}),
            new Weights(new int[] {0, 1}, new double[] {0.0197250569845379, 0.0591751709536137}),
            new Weights(new int[] {0, 2}, new double[] {0.02958758547680685, 0.08876275643042054}),
            new Weights(new int[] {0, 2, 3}, new double[] {0.2413651341592667, -0.8845494793282861, 0.924834003261792}),
            new Weights(new int[] {0, 3, 4}, new double[] {0.037037037037037035, 0.17082860872947386, 0.12546768756682242}),
            new Weights(new int[] {0, 3, 4, 5}, new double[] {0.037109375, 0.17025221101954405, 0.06021653898045596,
                    -0.017578125}),
            new Weights(new int[] {0, 3, 4, 5, 6}, new double[] {0.03709200011850479, 0.17038392571223998, 0.10726203044637328,
                    -0.015319437748624402, 0.008273789163814023}),
            new Weights(new int[] {0, 3, 4, 5, 6, 7}, new double[] {0.6241109587160757, -3.3608926294469414,
                    -0.868219346841726, 27.59209969944671, 20.154067550477894, -43.48988418106996}),
            new Weights(new int[] {0, 3, 4, 5, 6, 7, 8}, new double[] {0.47766253643826434, -2.4881146199716677,
                    -0.590290826836843, 21.230051448181193, 15.279233632882423, -33.28821096898486, -0.020331201708508627}),
            new Weights(new int[] {0, 3, 4, 5, 6, 7, 8, 9}, new double[] {-0.9371424300859873, 5.186372428844064,
                    1.0914373489967295, -8.149787010746927, -18.52006565999696, 22.739487099350505, 2.4936055526796523,
                    -3.0467644718982196}),
            new Weights(new int[] {0, 3, 4, 5, 6, 7, 8, 9, 10}, new double[] {2.273310147516538, -10.53449546673725,
                    -2.0008720582248625, -17.9589318631188, 27.94888452941996, -2.8589982771350235, -8.87285693353063,
                    12.360567175794303, 0.6433927460157636}),
            new Weights(new int[] {0, 5, 6, 7, 8, 9, 10, 11}, new double[] {0.054293734116568765, 4.450312892752409,
                    1.8915178993145003, -5.801203960010585, 0.3111643669578199, -0.1521609496625161, 0.20136540080403034,
                    0.04471061572777259}),
            new Weights(new int[] {0, 6, 7, 8, 9, 10, 11, 12}, new double[] {0.056167502283047954, 0.25350021021662483,
                    -0.2462390374708025, -0.12419142326381637, 0.15329179827876568, 0.00820105229563469, 0.007567897660545699,
                    -0.008298}),
            new Weights(new int[] {0, 5, 6, 7, 10, 11, 12, 13}, new double[] {0.03183464816350214, 0.028300909672366776,
                    0.053541988307438566, -0.05492374857139099, -0.00010834732869724932, 0.0003825710908356584,
                    -0.00034046500868740456, 0.1413124436746325}),
            new Weights(new int[] {0, 5, 6, 7, 8, 12, 13, 14}, new double[] {-0.42889630158379194, -4.697621415361164,
                    7.683421196062599, 4.06898981839711, 0.3567271874552811, -0.0013990241651590145, 2.9475147891527724,
                    -9.15095847217987}),
    };

    private static final Weights ERROR_5 = new Weights(new int[] {0, 5, 6, 7, 8, 9, 10, 11}, new double[] {0.01312004499419488,
            -1.2251564463762044, -0.4957589496572502, 1.6643771824549864, -0.35032884874997366, 0.3341791187130175,
            0.08192320648511571, -0.022355307863886294});

    private static final Weights ERROR_3 = new Weights(new int[] {0, 5, 6, 7, 8, 9, 10, 11}, new double[]
            {-0.18980075407240762, 4.450312892752409, 1.8915178993145003, -5.801203960010585, -0.4226823213237919,
            -0.1521609496625161, 0.20136540080403034, 0.02265179219836082});

    private static final Weights[] DENSE = {
            new Weights(new int[] {0, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, new double[] {-8.428938276109013,
                    0.5667149535193777, -3.0689499459498917, 2.38466765651207, 2.117034582445028, -0.871391583777973,
                    2.2404374302607883, 0.6315787787694688, -0.08899033645133331, 18.148505520854727, -9.194632392478356,
                    -4.436036387594894}),
            new Weights(new int[] {0, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, new double[] {10.427508642579134,
                    242.28349177525817, 165.20045171727028, -374.5467547226902, -22.113666853125306, 7.733432668472264,
                    -30.674084731089398, -9.332130526430229, 15.697238121770845, -31.139403219565178, -9.35292435884448,
                    35.81684148639408}),
            new Weights(new int[] {0, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, new double[] {19.985053242002433,
                    -387.0373087493518, -189.17813819516758, 527.8081592054236, -11.57390253995963, 6.8812326946963,
                    -1.0006050966910838, 0.7777137798053443, -2.778205752353508, -60.19669523126412, 84.32040550667716,
                    11.99229113618279}),
            new Weights(new int[] {0, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, new double[] {-25.69393346270375,
                    -154.18974869023643, -231.5293791760455, 357.6391179106141, 93.40532418362432, -37.45832313645163,
                    104.0996495089623, 29.8402934266605, -43.53345659001114, 96.32455395918828, -39.17726167561544,
                    -149.72683625798564}),
    };
}
