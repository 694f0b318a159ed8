/* Peer of FatemanBenchmark, with FLINT fmpz_mpoly.  cc -O2 fateman_flint.c -lflint -lgmp -lmpfr */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <flint/flint.h>
#include <flint/fmpz_mpoly.h>
static double now(void){struct timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec+1e-9*t.tv_nsec;}
int main(int argc,char**argv){
  unsigned long k=argc>1?strtoul(argv[1],0,10):10;
  const char*v[]={"x","y","z","t"};
  fmpz_mpoly_ctx_t c;fmpz_mpoly_t f,g,h;
  fmpz_mpoly_ctx_init(c,4,ORD_DEGREVLEX);
  fmpz_mpoly_init(f,c);fmpz_mpoly_init(g,c);fmpz_mpoly_init(h,c);
  fmpz_mpoly_set_str_pretty(g,"1+x+y+z+t",v,c);
  fmpz_mpoly_pow_ui(f,g,k,c);fmpz_mpoly_add_si(g,f,1,c);
  double t0=now();fmpz_mpoly_mul(h,f,g,c);double dt=now()-t0;
  printf("P2 flint %s k=%lu terms=%ld milliseconds=%.1f\n",FLINT_VERSION,k,(long)fmpz_mpoly_length(h,c),1e3*dt);
  return 0;}
