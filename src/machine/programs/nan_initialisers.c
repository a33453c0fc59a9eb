// The sign of what is not a number, in initialisers and computed.
#include <stdio.h>
#include <math.h>
static double a = NAN, b = -NAN, c = 0.0/0.0, d = INFINITY - INFINITY, e = __builtin_nan(""), f = -(0.0/0.0), g = INFINITY * 0, h = NAN + 1, i = 1 - NAN, j=-(NAN);
static float fa = NAN, fb = -NAN, fc = 0.0f/0.0f, fd = (float)(0.0/0.0), fe = (float)-NAN;
static double arr[] = { NAN, -NAN, 0.0/0.0, 1 ? NAN : 0, -0.0, 0.0 * -1 };
struct { double x; float y; } st = { -NAN, 0.0/0.0 };
int main(void){
 printf("%f %f %f %f %f %f %f %f %f %f\n",a,b,c,d,e,f,g,h,i,j);
 printf("%f %f %f %f %f\n",fa,fb,fc,fd,fe);
 printf("%f %f %f %f %f %f\n",arr[0],arr[1],arr[2],arr[3],arr[4],arr[5]);
 printf("%f %f\n",st.x,st.y);
 double z=0; printf("%f %f %f\n", z/z, -(z/z), 0.0/0.0);
 double q = 0.0/0.0, r = -NAN, s = NAN; printf("%f %f %f\n", q, r, s);
 printf("%f %f\n", NAN*-1, -NAN*-1); printf("%f\n", INFINITY-INFINITY);
 return 0; }
