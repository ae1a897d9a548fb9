import type { MetadataRoute } from "next";

/** What a phone needs to know to put the product among its apps. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Landfall",
    short_name: "Landfall",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#f8f5f0",
    theme_color: "#f8f5f0",
    icons: [
      { src: "/icons/app-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/app-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/app-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
