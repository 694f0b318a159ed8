From Coq Require Import Reals ZArith Lra Lia Bool FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(* ---- sums and products over the integers a, ..., b; empty when b < a ---- *)
Fixpoint sumn (n : nat) (a : Z) (f : Z -> R) : R :=
  match n with O => 0 | S p => sumn p a f + f (a + Z.of_nat p)%Z end.
Definition sum (a b : Z) (f : Z -> R) : R := sumn (Z.to_nat (b - a + 1)) a f.
Fixpoint prodn (n : nat) (a : Z) (f : Z -> R) : R :=
  match n with O => 1 | S p => prodn p a f * f (a + Z.of_nat p)%Z end.
Definition prod (a b : Z) (f : Z -> R) : R := prodn (Z.to_nat (b - a + 1)) a f.
(* every index but e *)
Definition but (e : Z) (neutral : R) (f : Z -> R) : Z -> R := fun k => if Z.eqb k e then neutral else f k.

Lemma sumn_ext n a f g : (forall k, (a <= k < a + Z.of_nat n)%Z -> f k = g k) -> sumn n a f = sumn n a g.
Proof. induction n as [|n IH]; intros H; [reflexivity|]. cbn [sumn]. rewrite IH, H; [reflexivity| |]; intros; try apply H; lia. Qed.
Lemma sum_ext a b f g : (forall k, (a <= k <= b)%Z -> f k = g k) -> sum a b f = sum a b g.
Proof. intros H. apply sumn_ext. intros k Hk. apply H. lia. Qed.
Lemma sum_empty a b f : (b < a)%Z -> sum a b f = 0.
Proof. intros H. unfold sum. replace (Z.to_nat (b - a + 1)) with O by lia. reflexivity. Qed.
Lemma sum_last a b f : (a <= b)%Z -> sum a b f = sum a (b - 1) f + f b.
Proof.
  intros H. unfold sum. replace (Z.to_nat (b - a + 1)) with (S (Z.to_nat (b - 1 - a + 1))) by lia.
  cbn [sumn]. f_equal. f_equal. lia.
Qed.
Lemma sumn_plus n a f g : sumn n a (fun k => f k + g k) = sumn n a f + sumn n a g.
Proof. induction n as [|n IH]; cbn [sumn]; [lra|rewrite IH; lra]. Qed.
Lemma sum_plus a b f g : sum a b (fun k => f k + g k) = sum a b f + sum a b g.
Proof. apply sumn_plus. Qed.
Lemma sumn_scal n a c f : sumn n a (fun k => c * f k) = c * sumn n a f.
Proof. induction n as [|n IH]; cbn [sumn]; [lra|rewrite IH; lra]. Qed.
Lemma sum_scal a b c f : sum a b (fun k => c * f k) = c * sum a b f.
Proof. apply sumn_scal. Qed.
Lemma sum_scal_r a b c f : sum a b (fun k => f k * c) = sum a b f * c.
Proof. rewrite Rmult_comm, <- sum_scal. apply sum_ext. intros; ring. Qed.
Lemma sum_opp a b f : sum a b (fun k => - f k) = - sum a b f.
Proof. replace (- sum a b f) with (-1 * sum a b f) by ring. rewrite <- sum_scal. apply sum_ext; intros; ring. Qed.
Lemma sumn_zero n a : sumn n a (fun _ => 0) = 0.
Proof. induction n as [|n IH]; cbn [sumn]; [|rewrite IH]; lra. Qed.
Lemma sum_zero a b f : (forall k, (a <= k <= b)%Z -> f k = 0) -> sum a b f = 0.
Proof. intros H. rewrite (sum_ext _ _ f (fun _ => 0)) by exact H. apply sumn_zero. Qed.
Lemma sum_const a b c : (a <= b + 1)%Z -> sum a b (fun _ => c) = IZR (b - a + 1) * c.
Proof.
  intros H. unfold sum. replace (b - a + 1)%Z with (Z.of_nat (Z.to_nat (b - a + 1))) at 2 by lia.
  induction (Z.to_nat (b - a + 1)) as [|n IH]; cbn [sumn]; [simpl; lra|].
  rewrite IH, Nat2Z.inj_succ. unfold Z.succ. rewrite plus_IZR. lra.
Qed.
Lemma sumn_swap n m a b (f : Z -> Z -> R) :
  sumn n a (fun i => sumn m b (fun j => f i j)) = sumn m b (fun j => sumn n a (fun i => f i j)).
Proof.
  induction n as [|n IH]; cbn [sumn]; [symmetry; apply sumn_zero|].
  rewrite IH, <- sumn_plus. reflexivity.
Qed.
Lemma sum_swap a b c e (f : Z -> Z -> R) :
  sum a b (fun i => sum c e (fun j => f i j)) = sum c e (fun j => sum a b (fun i => f i j)).
Proof. apply sumn_swap. Qed.
Lemma sum_single a b e f : (a <= e <= b)%Z -> (forall k, (a <= k <= b)%Z -> k <> e -> f k = 0) -> sum a b f = f e.
Proof.
  intros He H. unfold sum.
  assert (G : forall n, (forall k, (a <= k < a + Z.of_nat n)%Z -> k <> e -> f k = 0) ->
    sumn n a f = if (e <? a + Z.of_nat n)%Z then f e else 0).
  { induction n as [|n IH]; intros Hn; cbn [sumn].
    - destruct (Z.ltb_spec e (a + Z.of_nat 0)); [lia|reflexivity].
    - rewrite IH by (intros; apply Hn; lia).
      destruct (Z.eq_dec (a + Z.of_nat n) e) as [E|E].
      + rewrite E. destruct (Z.ltb_spec e e); [lia|]. destruct (Z.ltb_spec e (a + Z.of_nat (S n))); [ring|lia].
      + rewrite (Hn (a + Z.of_nat n)%Z) by lia.
        destruct (Z.ltb_spec e (a + Z.of_nat n)); destruct (Z.ltb_spec e (a + Z.of_nat (S n))); try ring; lia. }
  rewrite G by (intros; apply H; lia). destruct (Z.ltb_spec e (a + Z.of_nat (Z.to_nat (b - a + 1)))); [reflexivity|lia].
Qed.
Lemma sum_prefix a c b f : (a <= c + 1)%Z -> (c <= b)%Z -> (forall k, (c < k <= b)%Z -> f k = 0) -> sum a b f = sum a c f.
Proof.
  intros Hac Hcb H. replace b with (c + Z.of_nat (Z.to_nat (b - c)))%Z in * by lia.
  induction (Z.to_nat (b - c)) as [|n IH]; [f_equal; lia|].
  rewrite Nat2Z.inj_succ, sum_last by lia. rewrite H by lia.
  replace (c + Z.succ (Z.of_nat n) - 1)%Z with (c + Z.of_nat n)%Z by lia.
  rewrite IH; [ring|lia|intros; apply H; lia].
Qed.
Lemma sum_nonneg a b f : (forall k, (a <= k <= b)%Z -> 0 <= f k) -> 0 <= sum a b f.
Proof.
  intros H. unfold sum.
  assert (G : forall n, (forall k, (a <= k < a + Z.of_nat n)%Z -> 0 <= f k) -> 0 <= sumn n a f).
  { induction n as [|n IH]; intros Hn; cbn [sumn]; [lra|]. apply Rplus_le_le_0_compat; [apply IH; intros|]; apply Hn; lia. }
  apply G. intros; apply H; lia.
Qed.

(* ---- induction over a range, upwards and downwards ---- *)
Lemma induction_up (P : Z -> Prop) (a : Z) :
  P a -> (forall j, (a <= j)%Z -> P j -> P (j + 1)%Z) -> forall j, (a <= j)%Z -> P j.
Proof.
  intros Ha Hs j Hj. replace j with (a + Z.of_nat (Z.to_nat (j - a)))%Z by lia.
  induction (Z.to_nat (j - a)) as [|n IH]; [replace (a + Z.of_nat 0)%Z with a by lia; exact Ha|].
  rewrite Nat2Z.inj_succ. replace (a + Z.succ (Z.of_nat n))%Z with (a + Z.of_nat n + 1)%Z by lia. apply Hs; [lia|exact IH].
Qed.
Lemma induction_up_to (P : Z -> Prop) (a b : Z) :
  P a -> (forall j, (a <= j <= b - 1)%Z -> P j -> P (j + 1)%Z) -> forall j, (a <= j <= b)%Z -> P j.
Proof.
  intros Ha Hs j Hj. assert (G : (a <= j)%Z -> (j <= b)%Z -> P j); [|apply G; lia].
  intros Hl. revert Hl. intros Hl. revert j Hl Hj.
  apply (induction_up (fun j => (a <= j <= b)%Z -> (j <= b)%Z -> P j)); [intros; exact Ha|].
  intros j Hj IH H1 H2. apply Hs; [lia|apply IH; lia].
Qed.
Lemma induction_down (P : Z -> Prop) (a b : Z) :
  P b -> (forall j, (a <= j <= b - 1)%Z -> P (j + 1)%Z -> P j) -> forall j, (a <= j <= b)%Z -> P j.
Proof.
  intros Hb Hs j Hj. replace j with (b - (b - j))%Z by lia.
  assert (G : forall k, (0 <= k)%Z -> (a <= b - k)%Z -> P (b - k)%Z); [|apply G; lia].
  apply (induction_up (fun k => (a <= b - k)%Z -> P (b - k)%Z)); [intros; replace (b - 0)%Z with b by lia; exact Hb|].
  intros k Hk IH H. apply Hs; [lia|]. replace (b - (k + 1) + 1)%Z with (b - k)%Z by lia. apply IH; lia.
Qed.

(* ---- matrices: a matrix is its entries, counted from 1, and zero outside its shape; Nmax bounds all sizes ---- *)
Section Tenet.
Variable Nmax : Z.

Definition mat := Z -> Z -> R.
Definition shape (m n : Z) (A : mat) : Prop := forall i j, ~ ((1 <= i <= m)%Z /\ (1 <= j <= n)%Z) -> A i j = 0.
Definition madd (A B : mat) : mat := fun i j => A i j + B i j.
Definition mopp (A : mat) : mat := fun i j => - A i j.
Definition mscal (c : R) (A : mat) : mat := fun i j => c * A i j.
Definition mzero : mat := fun _ _ => 0.
Definition mtr (A : mat) : mat := fun i j => A j i.
Definition mmul (A B : mat) : mat := fun i j => sum 1 Nmax (fun k => A i k * B k j).
Definition ident (n : Z) : mat := fun i j => if ((1 <=? i) && (i <=? n) && (i =? j))%Z then 1 else 0.
Definition msum (a b : Z) (f : Z -> mat) : mat := fun i j => sum a b (fun k => f k i j).
Definition trace (A : mat) : R := sum 1 Nmax (fun i => A i i).
Definition inner (A B : mat) : R := sum 1 Nmax (fun i => sum 1 Nmax (fun j => A i j * B i j)).
Definition norm (A : mat) : R := sqrt (inner A A).
Fixpoint mpown (n : Z) (M : mat) (k : nat) : mat := match k with O => ident n | S p => mmul M (mpown n M p) end.
Definition mpow (n : Z) (M : mat) (k : Z) : mat := mpown n M (Z.to_nat k).
(* W(hi) * ... * W(lo); empty: the identity. cols l is the number of columns of W(l), and of rows of W(l-1). *)
Fixpoint chainn (cols : Z -> Z) (W : Z -> mat) (n : nat) (lo : Z) : mat :=
  match n with O => ident (cols lo) | S p => mmul (W (lo + Z.of_nat p)%Z) (chainn cols W p lo) end.
Definition chain (cols : Z -> Z) (W : Z -> mat) (hi lo : Z) : mat := chainn cols W (Z.to_nat (hi - lo + 1)) lo.
(* 2 x 2 matrices *)
Definition det2 (A : mat) : R := A 1%Z 1%Z * A 2%Z 2%Z - A 1%Z 2%Z * A 2%Z 1%Z.
Definition mat2 (a b c e : R) : mat := fun i j =>
  if (i =? 1)%Z then (if (j =? 1)%Z then a else if (j =? 2)%Z then b else 0)
  else if (i =? 2)%Z then (if (j =? 1)%Z then c else if (j =? 2)%Z then e else 0) else 0.
Definition adj2 (A : mat) : mat := mat2 (A 2%Z 2%Z) (- A 1%Z 2%Z) (- A 2%Z 1%Z) (A 1%Z 1%Z).

Local Notation "A ** B" := (mmul A B) (at level 40, left associativity).
Local Notation "A ++ B" := (madd A B).

Lemma mext (A B : mat) : (forall i j, A i j = B i j) -> A = B.
Proof. intros H. apply functional_extensionality; intro i. apply functional_extensionality; intro j. apply H. Qed.
Lemma mext_shape m n (A B : mat) : shape m n A -> shape m n B ->
  (forall i j, (1 <= i <= m)%Z -> (1 <= j <= n)%Z -> A i j = B i j) -> A = B.
Proof.
  intros HA HB H. apply mext; intros i j.
  destruct (Z_le_dec 1 i), (Z_le_dec i m), (Z_le_dec 1 j), (Z_le_dec j n);
  try (apply H; lia); rewrite HA, HB by lia; reflexivity.
Qed.

(* the *-algebra *)
Lemma mmul_assoc A B C : (A ** B) ** C = A ** (B ** C).
Proof.
  apply mext; intros i j. unfold mmul.
  rewrite (sum_ext 1 Nmax _ (fun k => sum 1 Nmax (fun p => A i p * B p k * C k j))) by (intros; rewrite <- sum_scal_r; reflexivity).
  rewrite sum_swap. apply sum_ext; intros p Hp. rewrite <- sum_scal. apply sum_ext; intros; ring.
Qed.
Lemma mmul_add_l A B C : (A ++ B) ** C = A ** C ++ B ** C.
Proof. apply mext; intros i j. unfold mmul, madd. rewrite <- sum_plus. apply sum_ext; intros; ring. Qed.
Lemma mmul_add_r A B C : A ** (B ++ C) = A ** B ++ A ** C.
Proof. apply mext; intros i j. unfold mmul, madd. rewrite <- sum_plus. apply sum_ext; intros; ring. Qed.
Lemma mmul_scal_l c A B : mscal c A ** B = mscal c (A ** B).
Proof. apply mext; intros i j. unfold mmul, mscal. rewrite <- sum_scal. apply sum_ext; intros; ring. Qed.
Lemma mmul_scal_r c A B : A ** mscal c B = mscal c (A ** B).
Proof. apply mext; intros i j. unfold mmul, mscal. rewrite <- sum_scal. apply sum_ext; intros; ring. Qed.
Lemma mmul_opp_l A B : mopp A ** B = mopp (A ** B).
Proof. apply mext; intros i j. unfold mmul, mopp. rewrite <- sum_opp. apply sum_ext; intros; ring. Qed.
Lemma mmul_opp_r A B : A ** mopp B = mopp (A ** B).
Proof. apply mext; intros i j. unfold mmul, mopp. rewrite <- sum_opp. apply sum_ext; intros; ring. Qed.
Lemma mmul_zero_l A : mzero ** A = mzero.
Proof. apply mext; intros i j. unfold mmul, mzero. apply sum_zero; intros; ring. Qed.
Lemma mmul_zero_r A : A ** mzero = mzero.
Proof. apply mext; intros i j. unfold mmul, mzero. apply sum_zero; intros; ring. Qed.
Lemma mmul_msum_l a b f A : msum a b f ** A = msum a b (fun k => f k ** A).
Proof.
  apply mext; intros i j. unfold mmul, msum. rewrite sum_swap. apply sum_ext; intros. rewrite <- sum_scal_r. reflexivity.
Qed.
Lemma mmul_msum_r a b f A : A ** msum a b f = msum a b (fun k => A ** f k).
Proof.
  apply mext; intros i j. unfold mmul, msum. rewrite sum_swap. apply sum_ext; intros. rewrite <- sum_scal. reflexivity.
Qed.
Lemma mtr_mul A B : mtr (A ** B) = mtr B ** mtr A.
Proof. apply mext; intros i j. unfold mtr, mmul. apply sum_ext; intros; ring. Qed.
Lemma mtr_add A B : mtr (A ++ B) = mtr A ++ mtr B. Proof. reflexivity. Qed.
Lemma mtr_opp A : mtr (mopp A) = mopp (mtr A). Proof. reflexivity. Qed.
Lemma mtr_scal c A : mtr (mscal c A) = mscal c (mtr A). Proof. reflexivity. Qed.
Lemma mtr_zero : mtr mzero = mzero. Proof. reflexivity. Qed.
Lemma mtr_tr A : mtr (mtr A) = A. Proof. reflexivity. Qed.
Lemma mtr_msum a b f : mtr (msum a b f) = msum a b (fun k => mtr (f k)). Proof. reflexivity. Qed.
Lemma mtr_ident n : mtr (ident n) = ident n.
Proof.
  apply mext; intros i j. unfold mtr, ident. rewrite (Z.eqb_sym j i).
  destruct (Z.eqb_spec i j); [subst; reflexivity|]. rewrite !andb_false_r. reflexivity.
Qed.
Lemma msum_ext a b f g : (forall k, (a <= k <= b)%Z -> f k = g k) -> msum a b f = msum a b g.
Proof. intros H. apply mext; intros i j. apply sum_ext; intros k Hk. rewrite H by exact Hk. reflexivity. Qed.
Lemma msum_add a b f g : msum a b (fun k => f k ++ g k) = msum a b f ++ msum a b g.
Proof. apply mext; intros i j. apply sum_plus. Qed.
Lemma msum_opp a b f : msum a b (fun k => mopp (f k)) = mopp (msum a b f).
Proof. apply mext; intros i j. apply sum_opp. Qed.
Lemma msum_scal a b c f : msum a b (fun k => mscal c (f k)) = mscal c (msum a b f).
Proof. apply mext; intros i j. apply sum_scal. Qed.
Lemma msum_const a b A : (a <= b + 1)%Z -> msum a b (fun _ => A) = mscal (IZR (b - a + 1)) A.
Proof. intros H. apply mext; intros i j. unfold msum, mscal. apply sum_const; exact H. Qed.

(* shapes *)
Lemma shape_add m n A B : shape m n A -> shape m n B -> shape m n (A ++ B).
Proof. intros HA HB i j H. unfold madd. rewrite HA, HB by exact H. ring. Qed.
Lemma shape_opp m n A : shape m n A -> shape m n (mopp A).
Proof. intros HA i j H. unfold mopp. rewrite HA by exact H. ring. Qed.
Lemma shape_scal m n c A : shape m n A -> shape m n (mscal c A).
Proof. intros HA i j H. unfold mscal. rewrite HA by exact H. ring. Qed.
Lemma shape_zero m n : shape m n mzero. Proof. intros i j H. reflexivity. Qed.
Lemma shape_tr m n A : shape m n A -> shape n m (mtr A).
Proof. intros HA i j H. apply HA. lia. Qed.
Lemma shape_mul m k l n A B : shape m k A -> shape l n B -> shape m n (A ** B).
Proof.
  intros HA HB i j H. unfold mmul. apply sum_zero; intros p Hp.
  destruct (Z_le_dec 1 i), (Z_le_dec i m); try (rewrite (HA i) by lia; ring).
  rewrite (HB p j) by lia. ring.
Qed.
Lemma shape_ident n : shape n n (ident n).
Proof.
  intros i j H. unfold ident. destruct (Z.leb_spec 1 i), (Z.leb_spec i n), (Z.eqb_spec i j); cbn; try reflexivity. lia.
Qed.
Lemma shape_msum m n a b f : (forall k, (a <= k <= b)%Z -> shape m n (f k)) -> shape m n (msum a b f).
Proof. intros HA i j H. unfold msum. apply sum_zero; intros k Hk. apply HA; assumption. Qed.
Lemma shape_eq m n m' n' A : shape m' n' A -> m' = m -> n' = n -> shape m n A.
Proof. intros; subst; assumption. Qed.
Lemma shape_mat2 a b c e : shape 2 2 (mat2 a b c e).
Proof.
  intros i j H. unfold mat2. destruct (Z.eqb_spec i 1), (Z.eqb_spec i 2), (Z.eqb_spec j 1), (Z.eqb_spec j 2); try reflexivity; lia.
Qed.
Lemma shape_adj2 A : shape 2 2 (adj2 A). Proof. apply shape_mat2. Qed.

Lemma mmul_ident_l m n A : shape m n A -> (m <= Nmax)%Z -> ident m ** A = A.
Proof.
  intros HA HN. apply mext; intros i j. unfold mmul.
  destruct (Z_le_dec 1 i); [destruct (Z_le_dec i m)|].
  - rewrite (sum_single 1 Nmax i) by
      first [lia | intros k Hk Hne; unfold ident; destruct (Z.eqb_spec i k); [lia|rewrite andb_false_r; ring]].
    unfold ident. rewrite Z.eqb_refl. destruct (Z.leb_spec 1 i), (Z.leb_spec i m); try lia. cbn. ring.
  - rewrite (HA i j) by lia. apply sum_zero; intros k Hk. unfold ident. destruct (Z.leb_spec i m); [lia|].
    rewrite andb_false_r. cbn. ring.
  - rewrite (HA i j) by lia. apply sum_zero; intros k Hk. unfold ident. destruct (Z.leb_spec 1 i); [lia|]. cbn. ring.
Qed.
Lemma mmul_ident_r m n A : shape m n A -> (n <= Nmax)%Z -> A ** ident n = A.
Proof.
  intros HA HN. rewrite <- (mtr_tr (A ** ident n)), mtr_mul, mtr_ident, (mmul_ident_l n m); [reflexivity|apply shape_tr; exact HA|exact HN].
Qed.

(* powers *)
Lemma mpow_0 n M : mpow n M 0 = ident n. Proof. reflexivity. Qed.
Lemma mpow_succ n M k : (0 <= k)%Z -> mpow n M (k + 1) = M ** mpow n M k.
Proof. intros H. unfold mpow. replace (Z.to_nat (k + 1)) with (S (Z.to_nat k)) by lia. reflexivity. Qed.
Lemma mpow_pos n M k : (0 < k)%Z -> mpow n M k = M ** mpow n M (k - 1).
Proof. intros H. rewrite <- mpow_succ by lia. f_equal; lia. Qed.
Lemma shape_pow n M k : shape n n M -> shape n n (mpow n M k).
Proof. intros H. unfold mpow. induction (Z.to_nat k); cbn; [apply shape_ident|eapply shape_mul; eassumption]. Qed.
Lemma mpow_1 n M : shape n n M -> (n <= Nmax)%Z -> mpow n M 1 = M.
Proof. intros H HN. rewrite mpow_pos by lia. change (1 - 1)%Z with 0%Z. rewrite mpow_0. eapply mmul_ident_r; eassumption. Qed.
(* A (B A)^k = (A B)^k A *)
Lemma mpow_shift m n A B k : shape m n A -> shape n m B -> (m <= Nmax)%Z -> (n <= Nmax)%Z ->
  A ** mpow n (B ** A) k = mpow m (A ** B) k ** A.
Proof.
  intros HA HB Hm Hn. unfold mpow. induction (Z.to_nat k) as [|p IH]; cbn [mpown].
  - rewrite (mmul_ident_l m n), (mmul_ident_r m n) by assumption. reflexivity.
  - rewrite !mmul_assoc, IH. reflexivity.
Qed.
Lemma mpow_comm n M k : shape n n M -> (n <= Nmax)%Z -> M ** mpow n M k = mpow n M k ** M.
Proof.
  intros H Hn. unfold mpow. induction (Z.to_nat k) as [|p IH]; cbn [mpown].
  - rewrite (mmul_ident_l n n), (mmul_ident_r n n) by assumption. reflexivity.
  - rewrite mmul_assoc, <- IH. reflexivity.
Qed.
Lemma mpow_add n M a b : shape n n M -> (n <= Nmax)%Z -> (0 <= a)%Z -> (0 <= b)%Z -> mpow n M a ** mpow n M b = mpow n M (a + b).
Proof.
  intros H Hn Ha Hb. unfold mpow. rewrite Z2Nat.inj_add by assumption.
  induction (Z.to_nat a) as [|p IH]; cbn [mpown Nat.add].
  - apply (mmul_ident_l n n); [|assumption]. apply (shape_pow n M b H).
  - rewrite mmul_assoc, IH. reflexivity.
Qed.
Lemma mtr_pow n M k : shape n n M -> (n <= Nmax)%Z -> mtr (mpow n M k) = mpow n (mtr M) k.
Proof.
  intros H Hn. unfold mpow. induction (Z.to_nat k) as [|p IH]; cbn [mpown]; [apply mtr_ident|].
  rewrite mtr_mul, IH. symmetry. pose proof (mpow_comm n (mtr M) (Z.of_nat p) (shape_tr _ _ _ H) Hn) as C.
  unfold mpow in C. rewrite Nat2Z.id in C. exact C.
Qed.

(* chains *)
Section Chains.
Variables (cols : Z -> Z) (W : Z -> mat).
Lemma chain_empty hi lo : (hi < lo)%Z -> chain cols W hi lo = ident (cols lo).
Proof. intros H. unfold chain. replace (Z.to_nat (hi - lo + 1)) with O by lia. reflexivity. Qed.
Lemma chain_top hi lo : (lo <= hi)%Z -> chain cols W hi lo = W hi ** chain cols W (hi - 1) lo.
Proof.
  intros H. unfold chain. replace (Z.to_nat (hi - lo + 1)) with (S (Z.to_nat (hi - 1 - lo + 1))) by lia.
  cbn [chainn]. do 2 f_equal. lia.
Qed.
Lemma shape_chain hi lo : (lo <= hi + 1)%Z -> (forall l, (lo <= l <= hi)%Z -> shape (cols (l + 1)%Z) (cols l) (W l)) ->
  shape (cols (hi + 1)%Z) (cols lo) (chain cols W hi lo).
Proof.
  intros Hle Hs. destruct (Z_lt_dec hi lo) as [E|E].
  - rewrite chain_empty by lia. replace (hi + 1)%Z with lo by lia. apply shape_ident.
  - assert (G : forall k, (0 <= k)%Z -> (lo + k <= hi)%Z -> exists r, shape r (cols lo) (chain cols W (lo + k - 1) lo)).
    { apply (induction_up (fun k => (lo + k <= hi)%Z -> exists r, shape r (cols lo) (chain cols W (lo + k - 1) lo))).
      - intros _. exists (cols lo). rewrite chain_empty by lia. apply shape_ident.
      - intros k Hk IH Hb. destruct IH as [r Hr]; [lia|]. exists (cols (lo + (k + 1) - 1 + 1))%Z. rewrite chain_top by lia.
        apply (shape_mul _ (cols (lo + (k + 1) - 1))%Z r); [apply Hs; lia|].
        replace (lo + (k + 1) - 1 - 1)%Z with (lo + k - 1)%Z by lia. exact Hr. }
    destruct (G (hi - lo)%Z) as [r Hr]; [lia|lia|]. replace (lo + (hi - lo) - 1)%Z with (hi - 1)%Z in Hr by lia.
    (* only the columns matter *)
    rewrite chain_top by lia. apply (shape_mul _ (cols hi) r); [apply Hs; lia|exact Hr].
Qed.
Lemma chain_one l : shape (cols (l + 1)%Z) (cols l) (W l) -> (cols l <= Nmax)%Z -> chain cols W l l = W l.
Proof. intros H Hn. rewrite chain_top by lia. rewrite chain_empty by lia. eapply mmul_ident_r; eassumption. Qed.
Lemma chain_bottom hi lo : (lo <= hi)%Z -> (forall l, (lo <= l <= hi)%Z -> shape (cols (l + 1)%Z) (cols l) (W l)) ->
  (forall l, (lo <= l <= hi + 1)%Z -> (cols l <= Nmax)%Z) -> chain cols W hi lo = chain cols W hi (lo + 1) ** W lo.
Proof.
  intros Hle Hs Hn. revert hi Hle Hs Hn.
  apply (induction_up (fun hi => (forall l, (lo <= l <= hi)%Z -> shape (cols (l + 1)%Z) (cols l) (W l)) ->
    (forall l, (lo <= l <= hi + 1)%Z -> (cols l <= Nmax)%Z) -> chain cols W hi lo = chain cols W hi (lo + 1) ** W lo)).
  - intros Hs Hn. rewrite chain_one by (try apply Hs; try apply Hn; lia). rewrite chain_empty by lia.
    symmetry. eapply mmul_ident_l; [apply Hs|apply Hn]; lia.
  - intros j Hj IH Hs Hn. rewrite (chain_top (j + 1) lo), (chain_top (j + 1) (lo + 1)) by lia.
    replace (j + 1 - 1)%Z with j by lia. rewrite IH by (intros; try apply Hs; try apply Hn; lia). rewrite mmul_assoc. reflexivity.
Qed.
End Chains.

(* traces and inner products *)
Lemma trace_add A B : trace (A ++ B) = trace A + trace B. Proof. apply sum_plus. Qed.
Lemma trace_scal c A : trace (mscal c A) = c * trace A. Proof. apply sum_scal. Qed.
Lemma trace_opp A : trace (mopp A) = - trace A. Proof. apply sum_opp. Qed.
Lemma trace_zero : trace mzero = 0. Proof. apply sum_zero; reflexivity. Qed.
Lemma trace_msum a b f : trace (msum a b f) = sum a b (fun k => trace (f k)). Proof. unfold trace, msum. apply sum_swap. Qed.
Lemma trace_tr A : trace (mtr A) = trace A. Proof. reflexivity. Qed.
Lemma trace_cyclic A B : trace (A ** B) = trace (B ** A).
Proof. unfold trace, mmul. rewrite sum_swap. apply sum_ext; intros. apply sum_ext; intros. ring. Qed.
Lemma inner_trace A B : inner A B = trace (mtr A ** B).
Proof. unfold inner, trace, mmul, mtr. rewrite sum_swap. reflexivity. Qed.
Lemma inner_nonneg A : 0 <= inner A A.
Proof. unfold inner. apply sum_nonneg; intros. apply sum_nonneg; intros. apply Rle_0_sqr. Qed.
Lemma norm_sqr A : norm A ^ 2 = inner A A.
Proof. unfold norm. rewrite <- Rsqr_pow2. apply Rsqr_sqrt. apply inner_nonneg. Qed.
Lemma norm_nonneg A : 0 <= norm A. Proof. apply sqrt_pos. Qed.

(* two by two *)
Lemma sum2 f : (2 <= Nmax)%Z -> (forall k, (2 < k)%Z -> f k = 0) -> sum 1 Nmax f = f 1%Z + f 2%Z.
Proof.
  intros HN H. rewrite (sum_prefix 1 2 Nmax) by (try lia; intros; apply H; lia).
  rewrite sum_last by lia. change (2 - 1)%Z with 1%Z. rewrite sum_last by lia. rewrite sum_empty by lia. ring.
Qed.
Lemma mmul2 A B i j : (2 <= Nmax)%Z -> shape 2 2 A -> (A ** B) i j = A i 1%Z * B 1%Z j + A i 2%Z * B 2%Z j.
Proof. intros HN HA. unfold mmul. apply (sum2 (fun k => A i k * B k j)); [exact HN|]. intros k Hk. rewrite HA by lia. ring. Qed.
Lemma trace2 A : (2 <= Nmax)%Z -> shape 2 2 A -> trace A = A 1%Z 1%Z + A 2%Z 2%Z.
Proof. intros HN HA. apply (sum2 (fun k => A k k)); [exact HN|]. intros k Hk. apply HA; lia. Qed.
Lemma inner2 A B : (2 <= Nmax)%Z -> shape 2 2 A ->
  inner A B = A 1%Z 1%Z * B 1%Z 1%Z + A 1%Z 2%Z * B 1%Z 2%Z + A 2%Z 1%Z * B 2%Z 1%Z + A 2%Z 2%Z * B 2%Z 2%Z.
Proof.
  intros HN HA. unfold inner. rewrite sum2 by (try exact HN; intros k Hk; apply sum_zero; intros; rewrite HA by lia; ring).
  rewrite !sum2 by (try exact HN; intros k Hk; rewrite HA by lia; ring). ring.
Qed.
Lemma mext2 A B : shape 2 2 A -> shape 2 2 B -> A 1%Z 1%Z = B 1%Z 1%Z -> A 1%Z 2%Z = B 1%Z 2%Z ->
  A 2%Z 1%Z = B 2%Z 1%Z -> A 2%Z 2%Z = B 2%Z 2%Z -> A = B.
Proof.
  intros HA HB H11 H12 H21 H22. apply (mext_shape 2 2); try assumption. intros i j Hi Hj.
  assert (i = 1 \/ i = 2)%Z as [-> | ->] by lia; assert (j = 1 \/ j = 2)%Z as [-> | ->] by lia; assumption.
Qed.
Lemma adj2_mul A B : (2 <= Nmax)%Z -> shape 2 2 A -> shape 2 2 B -> adj2 (A ** B) = adj2 B ** adj2 A.
Proof.
  intros HN HA HB. apply mext2; [apply shape_adj2|eapply shape_mul; apply shape_adj2| | | |];
  rewrite mmul2 by (try exact HN; apply shape_adj2); unfold adj2, mat2; cbn -[mmul]; rewrite !mmul2 by assumption; ring.
Qed.
(* ---- time: derivatives entry by entry ---- *)
Definition D (X : R -> mat) (t : R) : mat := fun i j => Derive (fun u => X u i j) t.
Lemma D_at X t i j : D X t i j = Derive (fun u => X u i j) t. Proof. reflexivity. Qed.
Definition isD (X : R -> mat) (t : R) (X' : mat) : Prop := forall i j, is_derive (fun u => X u i j) t (X' i j).

Lemma sD_ext (f g : R -> R) (t l : R) : (forall u, f u = g u) -> is_derive f t l -> is_derive g t l.
Proof. intros H. apply is_derive_ext. exact H. Qed.
Lemma isD_eq X t X' : isD X t X' -> D X t = X'.
Proof. intros H. apply mext; intros i j. apply is_derive_unique, H. Qed.
Lemma isD_const A t : isD (fun _ => A) t mzero.
Proof. intros i j. apply (is_derive_const (A i j)). Qed.
Lemma sD_const (c t : R) : is_derive (fun _ : R => c) t 0.
Proof. apply (is_derive_const c). Qed.
Lemma sD_plus (f g : R -> R) t f' g' : is_derive f t f' -> is_derive g t g' -> is_derive (fun u => f u + g u) t (f' + g').
Proof. intros Hf Hg. exact (is_derive_plus f g t f' g' Hf Hg). Qed.
Lemma sD_opp (f : R -> R) t f' : is_derive f t f' -> is_derive (fun u => - f u) t (- f').
Proof. intros Hf. exact (is_derive_opp f t f' Hf). Qed.
Lemma sD_minus (f g : R -> R) t f' g' : is_derive f t f' -> is_derive g t g' -> is_derive (fun u => f u - g u) t (f' - g').
Proof. intros Hf Hg. exact (is_derive_minus f g t f' g' Hf Hg). Qed.
Lemma sD_mult (f g : R -> R) t f' g' : is_derive f t f' -> is_derive g t g' ->
  is_derive (fun u => f u * g u) t (f' * g t + f t * g').
Proof. intros Hf Hg. apply (is_derive_mult f g t f' g' Hf Hg). intros; apply Rmult_comm. Qed.
Lemma sD_pow2 (f : R -> R) t f' : is_derive f t f' -> is_derive (fun u => f u ^ 2) t (2 * f t * f').
Proof.
  intros Hf. apply (sD_ext (fun u => f u * f u)); [intros; ring|].
  replace (2 * f t * f') with (f' * f t + f t * f') by ring. apply sD_mult; exact Hf.
Qed.
Lemma sD_sum a b (f : R -> Z -> R) t f' : (forall k, (a <= k <= b)%Z -> is_derive (fun u => f u k) t (f' k)) ->
  is_derive (fun u => sum a b (f u)) t (sum a b f').
Proof.
  intros H. unfold sum.
  assert (G : forall n, (forall k, (a <= k < a + Z.of_nat n)%Z -> is_derive (fun u => f u k) t (f' k)) ->
    is_derive (fun u => sumn n a (f u)) t (sumn n a f')).
  { induction n as [|n IH]; intros Hn; cbn [sumn]; [apply sD_const|].
    apply (sD_plus (fun u => sumn n a (f u)) (fun u => f u (a + Z.of_nat n)%Z)); [apply IH; intros|]; apply Hn; lia. }
  apply G. intros; apply H; lia.
Qed.
Lemma isD_add A B t A' B' : isD A t A' -> isD B t B' -> isD (fun u => A u ++ B u) t (A' ++ B').
Proof. intros HA HB i j. apply (sD_plus (fun u => A u i j) (fun u => B u i j)); [apply HA|apply HB]. Qed.
Lemma isD_opp A t A' : isD A t A' -> isD (fun u => mopp (A u)) t (mopp A').
Proof. intros HA i j. apply (sD_opp (fun u => A u i j)), HA. Qed.
Lemma isD_scal (c : R -> R) A t c' A' : is_derive c t c' -> isD A t A' -> isD (fun u => mscal (c u) (A u)) t (mscal c' (A t) ++ mscal (c t) A').
Proof. intros Hc HA i j. apply (sD_mult c (fun u => A u i j)); [exact Hc|apply HA]. Qed.
Lemma isD_tr A t A' : isD A t A' -> isD (fun u => mtr (A u)) t (mtr A').
Proof. intros HA i j. apply HA. Qed.
Lemma isD_mul A B t A' B' : isD A t A' -> isD B t B' -> isD (fun u => A u ** B u) t (A' ** B t ++ A t ** B').
Proof.
  intros HA HB i j. unfold mmul, madd. rewrite <- sum_plus.
  apply (sD_sum 1 Nmax (fun u k => A u i k * B u k j)). intros k _.
  apply (sD_mult (fun u => A u i k) (fun u => B u k j)); [apply HA|apply HB].
Qed.
Lemma isD_msum a b (f : R -> Z -> mat) t f' : (forall k, (a <= k <= b)%Z -> isD (fun u => f u k) t (f' k)) ->
  isD (fun u => msum a b (f u)) t (msum a b f').
Proof. intros H i j. apply (sD_sum a b (fun u k => f u k i j)). intros k Hk. apply H; exact Hk. Qed.
Lemma isD_chain cols (W : R -> Z -> mat) hi lo t (W' : Z -> mat) :
  (lo <= hi + 1)%Z ->
  (forall l, (lo <= l <= hi)%Z -> shape (cols (l + 1)%Z) (cols l) (W t l)) ->
  (forall l, (lo <= l <= hi)%Z -> isD (fun u => W u l) t (W' l)) ->
  (forall l, (lo <= l <= hi + 1)%Z -> (cols l <= Nmax)%Z) ->
  (forall l, (lo <= l <= hi)%Z -> shape (cols (l + 1)%Z) (cols l) (W' l)) ->
  isD (fun u => chain cols (W u) hi lo) t
    (msum lo hi (fun l => chain cols (W t) hi (l + 1) ** (W' l ** chain cols (W t) (l - 1) lo))).
Proof.
  intros Hle Hs Hd Hn Hs'.
  replace hi with (lo - 1 + (hi - lo + 1))%Z in * by lia.
  assert (Hk : (0 <= hi - lo + 1)%Z) by lia. revert Hs Hd Hn Hs'. clear Hle. revert Hk. generalize (hi - lo + 1)%Z. clear hi.
  apply (induction_up (fun z => (forall l, (lo <= l <= lo - 1 + z)%Z -> _) -> (forall l, (lo <= l <= lo - 1 + z)%Z -> _) ->
    (forall l, (lo <= l <= lo - 1 + z + 1)%Z -> _) -> (forall l, (lo <= l <= lo - 1 + z)%Z -> _) ->
    isD (fun u => chain cols (W u) (lo - 1 + z) lo) t
    (msum lo (lo - 1 + z) (fun l => chain cols (W t) (lo - 1 + z) (l + 1) ** (W' l ** chain cols (W t) (l - 1) lo))))).
  - intros _ _ _ _ i j. unfold msum. rewrite sum_empty by lia.
    apply (sD_ext (fun _ => ident (cols lo) i j)); [|apply sD_const].
    intros u. rewrite chain_empty by lia. reflexivity.
  - intros z Hz IH Hs Hd Hn Hs'. replace (lo - 1 + (z + 1))%Z with (lo - 1 + z + 1)%Z in * by lia.
    set (h := (lo - 1 + z)%Z) in *.
    assert (E : forall u, chain cols (W u) (h + 1) lo = W u (h + 1)%Z ** chain cols (W u) h lo).
    { intros u. rewrite chain_top by lia. replace (h + 1 - 1)%Z with h by lia. reflexivity. }
    intros i j. apply (sD_ext (fun u => (W u (h + 1)%Z ** chain cols (W u) h lo) i j)); [intros; rewrite E; reflexivity|].
    match goal with |- is_derive _ _ ?v => replace v with
      ((W' (h + 1)%Z ** chain cols (W t) h lo ++ W t (h + 1)%Z ** msum lo h (fun l => chain cols (W t) h (l + 1) ** (W' l ** chain cols (W t) (l - 1) lo))) i j) end.
    { apply (isD_mul (fun u => W u (h + 1)%Z) (fun u => chain cols (W u) h lo)); [apply Hd; lia|].
      apply IH; intros; first [apply Hs | apply Hd | apply Hn | apply Hs']; lia. }
    unfold msum at 2. rewrite sum_last by lia. unfold madd. rewrite Rplus_comm. f_equal.
    + replace (h + 1 - 1)%Z with h by lia.
      assert (G : W t (h + 1)%Z ** msum lo h (fun l => chain cols (W t) h (l + 1) ** (W' l ** chain cols (W t) (l - 1) lo)) =
        msum lo h (fun l => chain cols (W t) (h + 1) (l + 1) ** (W' l ** chain cols (W t) (l - 1) lo))).
      { rewrite mmul_msum_r. apply msum_ext; intros l Hl. rewrite <- mmul_assoc. f_equal.
        rewrite (chain_top _ _ (h + 1)) by lia. replace (h + 1 - 1)%Z with h by lia. reflexivity. }
      rewrite G. reflexivity.
    + rewrite (chain_empty cols (W t) (h + 1)) by lia. replace (h + 1 - 1)%Z with h by lia.
      rewrite (mmul_ident_l (cols (h + 1 + 1)%Z) (cols lo)); [reflexivity| |apply Hn; lia].
      apply (shape_mul _ (cols (h + 1)%Z) (cols (h + 1)%Z)); [apply Hs'; lia|].
      apply (shape_chain cols (W t) h lo); [lia|intros; apply Hs; lia].
Qed.
Lemma sD_trace A t A' : isD A t A' -> is_derive (fun u => trace (A u)) t (trace A').
Proof. intros H. apply (sD_sum 1 Nmax (fun u k => A u k k)). intros; apply H. Qed.
Lemma sD_inner A B t A' B' : isD A t A' -> isD B t B' -> is_derive (fun u => inner (A u) (B u)) t (inner A' (B t) + inner (A t) B').
Proof.
  intros HA HB. unfold inner. rewrite <- sum_plus. apply (sD_sum 1 Nmax (fun u i => sum 1 Nmax (fun j => A u i j * B u i j))). intros i _.
  rewrite <- sum_plus. apply (sD_sum 1 Nmax (fun u j => A u i j * B u i j)). intros j _.
  apply (sD_mult (fun u => A u i j) (fun u => B u i j)); [apply HA|apply HB].
Qed.
Lemma sD_norm2 A t A' : isD A t A' -> is_derive (fun u => norm (A u) ^ 2) t (2 * inner (A t) A').
Proof.
  intros HA. apply (sD_ext (fun u => inner (A u) (A u))); [intros; rewrite norm_sqr; reflexivity|].
  replace (2 * inner (A t) A') with (inner A' (A t) + inner (A t) A'); [apply sD_inner; exact HA|].
  replace (inner A' (A t)) with (inner (A t) A'); [ring|]. apply sum_ext; intros; apply sum_ext; intros; ring.
Qed.
Lemma sD_entry A t A' i j : isD A t A' -> is_derive (fun u => A u i j) t (A' i j).
Proof. intros H. apply H. Qed.
Lemma sD_det2 A t A' : isD A t A' -> is_derive (fun u => det2 (A u)) t
  (A' 1%Z 1%Z * A t 2%Z 2%Z + A t 1%Z 1%Z * A' 2%Z 2%Z - (A' 1%Z 2%Z * A t 2%Z 1%Z + A t 1%Z 2%Z * A' 2%Z 1%Z)).
Proof.
  intros H. apply (sD_minus (fun u => A u 1%Z 1%Z * A u 2%Z 2%Z) (fun u => A u 1%Z 2%Z * A u 2%Z 1%Z));
  apply (sD_mult (fun u => A u _ _) (fun u => A u _ _)); apply H.
Qed.
