/* P4 by FLINT: usage rank SIZE [1 for a 62-bit prime]; cc -O2 rank.c -lflint -lgmp. Prints the median processor time of five runs. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <flint/flint.h>
#include <flint/nmod_mat.h>

static int compare(const void *a, const void *b) {
    double x = *(const double *) a, y = *(const double *) b;
    return (x > y) - (x < y);
}

int main(int count, char **words) {
    long n = atol(words[1]);
    mp_limb_t prime = count > 2 && atoi(words[2]) ? 4611686018427387847UL : 2147483647UL;
    flint_rand_t state;
    flint_randinit(state);
    nmod_mat_t left, right, product;
    nmod_mat_init(left, n, n / 2, prime);
    nmod_mat_init(right, n / 2, n, prime);
    nmod_mat_init(product, n, n, prime);
    nmod_mat_randfull(left, state);
    nmod_mat_randfull(right, state);
    nmod_mat_mul(product, left, right);
    double seconds[5];
    long rank = 0;
    for (int run = 0; run < 5; run++) {
        clock_t began = clock();
        rank = nmod_mat_rank(product);
        seconds[run] = (double) (clock() - began) / CLOCKS_PER_SEC;
    }
    qsort(seconds, 5, sizeof(double), compare);
    printf("flint size=%ld prime=%lu rank=%ld cpu ms=%.1f\n", n, (unsigned long) prime, rank, seconds[2] * 1000);
    return 0;
}
