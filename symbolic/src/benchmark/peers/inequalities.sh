#!/bin/sh
# Peer of InequalitiesBenchmark: real quantifier-free inequalities by SMT (Z3 nlsat, cvc5).  Each query negates
# a theorem, so the expected answer is unsat.  Usage: inequalities.sh [timeout_s]
T=${1:-60}
D=$(mktemp -d)
# (a) 2x2 completion, Razin-Cohen: observed (1,2)=(2,1)=1, (2,2)=0, det>0, e=sqrt(2*loss) in (0,1)
cat > "$D/a_completion2x2.smt2" <<'END'
(set-logic QF_NRA)
(declare-const x Real)(declare-const a Real)(declare-const b Real)(declare-const c Real)(declare-const e Real)
(assert (and (< 0.0 e) (< e 1.0)))
(assert (<= (+ (* (- a 1.0) (- a 1.0)) (* (- b 1.0) (- b 1.0)) (* c c)) (* e e)))
(assert (> (- (* x c) (* a b)) 0.0))
(assert (<= (* x e) (* (- 1.0 e) (- 1.0 e))))
(assert (<= (* (- x) e) (* (- 1.0 e) (- 1.0 e))))
(check-sat)
END
# (b) AM-GM degree 3: x,y,z>=0 => x^3+y^3+z^3 >= 3xyz
cat > "$D/b_amgm3.smt2" <<'END'
(set-logic QF_NRA)
(declare-const x Real)(declare-const y Real)(declare-const z Real)
(assert (and (>= x 0.0) (>= y 0.0) (>= z 0.0)))
(assert (< (+ (* x x x) (* y y y) (* z z z)) (* 3.0 x y z)))
(check-sat)
END
# (c) Cauchy-Schwarz in dimension n, n = 2,3,4
for n in 2 3 4; do
/usr/bin/python3 - "$n" > "$D/c_cauchy$n.smt2" <<'END'
import sys
n=int(sys.argv[1]); A=[f"a{i}" for i in range(n)]; B=[f"b{i}" for i in range(n)]
s=lambda L:"(+ "+" ".join(L)+")"
print("(set-logic QF_NRA)")
for v in A+B: print(f"(declare-const {v} Real)")
ip=s([f"(* {a} {b})" for a,b in zip(A,B)]); na=s([f"(* {a} {a})" for a in A]); nb=s([f"(* {b} {b})" for b in B])
print(f"(assert (> (* {ip} {ip}) (* {na} {nb})))\n(check-sat)")
END
done
# (d) Motzkin polynomial is nonnegative: x^4y^2+x^2y^4+1-3x^2y^2 >= 0
cat > "$D/d_motzkin.smt2" <<'END'
(set-logic QF_NRA)
(declare-const x Real)(declare-const y Real)
(assert (< (+ (* x x x x y y) (* x x y y y y) 1.0 (* (- 3.0) x x y y)) 0.0))
(check-sat)
END
# (e) nuclear vs Frobenius, 2x2 through invariants: s1,s2>=0, s1+s2 <= sqrt2 * F  as squares
cat > "$D/e_nuclear_frobenius.smt2" <<'END'
(set-logic QF_NRA)
(declare-const s1 Real)(declare-const s2 Real)
(assert (and (>= s1 0.0) (>= s2 0.0)))
(assert (> (* (+ s1 s2) (+ s1 s2)) (* 2.0 (+ (* s1 s1) (* s2 s2)))))
(check-sat)
END
for f in "$D"/*.smt2; do b=$(basename "$f" .smt2)
 for s in z3 cvc5; do
  s0=$(date +%s.%N)
  case $s in z3) r=$(timeout "$T" z3 "$f" 2>&1 | head -1);; cvc5) r=$(timeout "$T" cvc5 "$f" 2>&1 | head -1);; esac
  s1=$(date +%s.%N)
  echo "P3 $s $b answer=${r:-timeout} seconds=$(echo "$s1 - $s0" | bc)"
 done
done
rm -r "$D"
