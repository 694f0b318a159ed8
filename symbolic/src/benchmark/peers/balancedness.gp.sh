#!/bin/sh
# Peer of BalancednessBenchmark: PARI/GP. Usage: L d
L=$1; d=$2
cat <<END | gp -q -f -s 4G
L=$L; d=$d; t0=getwalltime();
W(l)=matrix(d,d,i,j,eval(Str("w",l,"_",i,"_",j)));
Ws=vector(L,l,W(l)); G=matrix(d,d,i,j,eval(Str("g_",i,"_",j)));
P(l)={my(M=matid(d));forstep(m=L,l+1,-1,M=M*Ws[m]);M};
Q(l)={my(M=matid(d));forstep(m=l-1,1,-1,M=M*Ws[m]);M};
D=vector(L,l,-P(l)~*G*Q(l)~);
bad=0; for(l=1,L-1,A=D[l+1]~*Ws[l+1];B=D[l]*Ws[l]~;E=A+A~-B-B~;for(i=1,d,for(j=1,d,if(E[i,j]!=0,bad++))));
print("P1 pari L=",L," d=",d," nonzero=",bad," milliseconds=",getwalltime()-t0);
END
