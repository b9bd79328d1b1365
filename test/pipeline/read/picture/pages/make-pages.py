"""Made the pictures beside this file, from the scanned page ../../scan/pages/jpeg.pdf.
Debian 12: python3-pil, poppler-utils, libtiff-tools."""
import subprocess
from PIL import Image
subprocess.check_call(['pdfimages', '-all', '../../scan/pages/jpeg.pdf', 'page'])
grey = Image.open('page-000.jpg').convert('L')
ink = grey.point(lambda v: 255 if v > 150 else 0).convert('1')
# a screenshot: black writing on nothing
clear = Image.merge('RGBA', [Image.new('L', grey.size, 0)] * 3 + [ink.convert('L').point(lambda v: 255 - v)])
clear.save('clear.png', optimize=True)
ink.save('black.png', dpi=(200, 200), optimize=True)
exif = Image.Exif()
exif[274] = 6
grey.transpose(Image.ROTATE_90).save('turned.jpg', quality=60, exif=exif)
small = grey.crop((0, 0, 1075, 90))
ink.save('one.tif', compression='group4', dpi=(200, 200))
ink.save('two.tif', compression='group4', dpi=(200, 200))
subprocess.check_call(['tiffcp', '-c', 'g4', '-r', '50', 'one.tif', 'two.tif', 'fax-g4.tif'])
subprocess.check_call(['tiffcp', '-c', 'g3:2d', '-f', 'lsb2msb', 'one.tif', 'fax-g3.tif'])
subprocess.check_call(['tiffcp', '-c', 'packbits', 'one.tif', 'packbits.tif'])
small.save('grey.tif', dpi=(200, 200))
subprocess.check_call(['tiffcp', '-c', 'lzw:2', '-r', '16', 'grey.tif', 'lzw.tif'])
subprocess.check_call(['tiffcp', '-c', 'zip:2', '-B', 'grey.tif', 'zip.tif'])
small.convert('RGB').save('rgb.tif', dpi=(200, 200))
subprocess.check_call(['tiffcp', '-c', 'jpeg:r:60', '-r', '32', 'rgb.tif', 'jpeg.tif'])
small.convert('P', palette=Image.ADAPTIVE, colors=8).save('palette.tif', compression='tiff_adobe_deflate', dpi=(200, 200))
