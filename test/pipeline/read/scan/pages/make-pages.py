"""Made the PDFs beside this file, from page 1 of test/letters/pdf/scan-roskilde-200.pdf as p-000.jpg (pdfimages -all -l 1).
Debian 12: python3-pil, python3-pikepdf, img2pdf, libopenjp2-tools. There is no JBIG2 encoder in Debian: it is written out."""
from PIL import Image
import struct, subprocess
im = Image.open('p-000.jpg').convert('L').rotate(0.65, fillcolor=255).crop((165, 750, 1240, 980))
im.save('grey.png')
W, H = im.size
bw = im.point(lambda v: 255 if v > 150 else 0).convert('1')
im.save('grey.jpg', quality=75, dpi=(200, 200))
bw.save('bw.tif', compression='group4', dpi=(200, 200))
subprocess.check_call(['opj_compress', '-i', 'grey.png', '-o', 'grey.jp2', '-r', '10'])
for src, out in [('grey.jpg', 'jpeg'), ('bw.tif', 'ccitt-g4'), ('grey.jp2', 'jpeg-2000')]:
    subprocess.check_call(['img2pdf', '--pagesize', f'{W*72/200}x{H*72/200}', '--imgsize', f'{W*72/200}x{H*72/200}', src, '-o', out + '.pdf'])

# JBIG2: one generic region, template 0, coded with the MQ coder (ITU-T T.88, annex E); there is no encoder in Debian
QE = [(0x5601,1,1,1),(0x3401,2,6,0),(0x1801,3,9,0),(0x0AC1,4,12,0),(0x0521,5,29,0),(0x0221,38,33,0),(0x5601,7,6,1),(0x5401,8,14,0),(0x4801,9,14,0),(0x3801,10,14,0),(0x3001,11,17,0),(0x2401,12,18,0),(0x1C01,13,20,0),(0x1601,29,21,0),(0x5601,15,14,1),(0x5401,16,14,0),(0x5101,17,15,0),(0x4801,18,16,0),(0x3801,19,17,0),(0x3401,20,18,0),(0x3001,21,19,0),(0x2801,22,19,0),(0x2401,23,20,0),(0x2201,24,21,0),(0x1C01,25,22,0),(0x1801,26,23,0),(0x1601,27,24,0),(0x1401,28,25,0),(0x1201,29,26,0),(0x1101,30,27,0),(0x0AC1,31,28,0),(0x09C1,32,29,0),(0x08A1,33,30,0),(0x0521,34,31,0),(0x0441,35,32,0),(0x02A1,36,33,0),(0x0221,37,34,0),(0x0141,38,35,0),(0x0111,39,36,0),(0x0085,40,37,0),(0x0049,41,38,0),(0x0025,42,39,0),(0x0015,43,40,0),(0x0009,44,41,0),(0x0005,45,42,0),(0x0001,45,43,0),(0x5601,46,46,0)]
class MQ:
    def __init__(s): s.a, s.c, s.ct, s.out, s.i, s.m = 0x8000, 0, 12, bytearray([0]), {}, {}
    def byteout(s):
        if s.out[-1] == 0xFF: s.out.append((s.c >> 20) & 0xFF); s.c &= 0xFFFFF; s.ct = 7; return
        if s.c >= 0x8000000:
            s.out[-1] += 1
            if s.out[-1] == 0xFF: s.c &= 0x7FFFFFF; s.out.append((s.c >> 20) & 0xFF); s.c &= 0xFFFFF; s.ct = 7; return
        s.out.append((s.c >> 19) & 0xFF); s.c &= 0x7FFFF; s.ct = 8
    def renorm(s):
        while True:
            s.a = (s.a << 1) & 0xFFFF; s.c <<= 1; s.ct -= 1
            if s.ct == 0: s.byteout()
            if s.a & 0x8000: return
    def encode(s, cx, d):
        i, m = s.i.get(cx, 0), s.m.get(cx, 0); q, nm, nl, sw = QE[i]
        s.a -= q
        if d == m:
            if s.a & 0x8000: s.c += q; return
            if s.a < q: s.a = q
            else: s.c += q
            s.i[cx] = nm; s.renorm()
        else:
            if s.a < q: s.c += q
            else: s.a = q
            if sw: s.m[cx] = 1 - m
            s.i[cx] = nl; s.renorm()
    def flush(s):
        t = s.c + s.a; s.c |= 0xFFFF
        if s.c >= t: s.c -= 0x8000
        s.c <<= s.ct; s.byteout(); s.c <<= s.ct; s.byteout()
        if s.out[-1] != 0xFF: s.out.append(0xFF)
        s.out.append(0xAC)
        return bytes(s.out[1:])
px = [[1 if bw.getpixel((x, y)) == 0 else 0 for x in range(W)] for y in range(H)]
def p(x, y): return px[y][x] if 0 <= x < W and 0 <= y < H else 0
NEAR = [(-1,-2),(0,-2),(1,-2),(-2,-1),(-1,-1),(0,-1),(1,-1),(2,-1),(-4,0),(-3,0),(-2,0),(-1,0)]
AT = [(3,-1),(-3,-1),(2,-2),(-2,-2)]
# order of the bits of the context in figure 3 of T.88: A4 . . . A3 / A2 . . . . . A1 / . . . .
CX = [AT[3],(-1,-2),(0,-2),(1,-2),AT[2],AT[1],(-2,-1),(-1,-1),(0,-1),(1,-1),(2,-1),AT[0],(-4,0),(-3,0),(-2,0),(-1,0)]
mq = MQ()
for y in range(H):
    for x in range(W):
        cx = 0
        for dx, dy in CX: cx = cx << 1 | p(x + dx, y + dy)
        mq.encode(cx, px[y][x])
data = mq.flush()
def seg(n, kind, body): return struct.pack('>IBBBI', n, kind, 0, 1, len(body)) + body
page = seg(0, 48, struct.pack('>IIIIBH', W, H, 0, 0, 0, 0))
region = seg(1, 38, struct.pack('>IIIIB', W, H, 0, 0, 0) + bytes([0]) + b''.join(struct.pack('bb', *a) for a in AT) + data)
stream = page + region
open('t.jb2', 'wb').write(bytes([0x97,0x4A,0x42,0x32,0x0D,0x0A,0x1A,0x0A, 1]) + struct.pack('>I', 1) + stream + seg(2, 49, b'') + struct.pack('>IBBBI', 3, 51, 0, 0, 0))
w, h = W*72/200, H*72/200
content = f'q {w} 0 0 {h} 0 0 cm /I Do Q'.encode()
objs = [b'<</Type/Catalog/Pages 2 0 R>>', b'<</Type/Pages/Kids[3 0 R]/Count 1>>',
 f'<</Type/Page/Parent 2 0 R/MediaBox[0 0 {w} {h}]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>'.encode(),
 b'<</Length %d>>stream\n' % len(content) + content + b'\nendstream',
 b'<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode/Length %d>>stream\n' % (W, H, len(stream)) + stream + b'\nendstream']
out, at = b'%PDF-1.5\n', []
for n, o in enumerate(objs, 1): at.append(len(out)); out += b'%d 0 obj\n' % n + o + b'\nendobj\n'
x = len(out)
out += b'xref\n0 6\n0000000000 65535 f \n' + b''.join(b'%010d 00000 n \n' % a for a in at) + b'trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n' % x
open('jbig2.pdf', 'wb').write(out)

Image.MAX_IMAGE_PIXELS=None
im = Image.new('1', (10000, 10000), 1); im.paste(Image.open('bw.tif'), (500, 500)); im.save('big.tif', compression='group4', dpi=(1000,1000))
subprocess.check_call(['img2pdf', '--pagesize', 'A4', 'big.tif', '-o', '100-megapixels.pdf'])

import pikepdf
src = pikepdf.open('../../../../letters/pdf/roskilde.pdf')
scan = pikepdf.open('jbig2.pdf')
out = pikepdf.new()
out.pages.append(src.pages[2]); out.pages.append(scan.pages[0])
out.save('mixed.pdf')
nomap = pikepdf.new()
nomap.pages.append(src.pages[1])
for _, font in nomap.pages[0].Resources.Font.items():
    print(font.Subtype, font.get('/Encoding'), '/ToUnicode' in font)
    if '/ToUnicode' in font: del font['/ToUnicode']
nomap.save('no-unicode-map.pdf')
